#!/usr/bin/python3
"""Print alerts as they come, one JSON object a line.

Needs Debian's python3-confluent-kafka and python3-avro, nothing else:

    consume_alerts.py 127.0.0.1:9092 http://127.0.0.1:8081/apis/ccompat/v7 [topic] [how many, then stop]
"""
import functools
import io
import json
import struct
import sys
import urllib.request
import uuid

import avro.io
import avro.schema
from confluent_kafka import Consumer


class Decoder:
    """Reads Confluent's wire format: a zero byte, the schema's id in four bytes, the record in Avro's binary form."""

    def __init__(self, registry):
        self.registry = registry

    @functools.lru_cache(maxsize=None)
    def schema(self, number):
        with urllib.request.urlopen(f"{self.registry}/schemas/ids/{number}") as answer:
            return avro.schema.parse(json.load(answer)["schema"])

    def decode(self, value):
        magic, number = struct.unpack(">bI", value[:5])
        if magic != 0:
            raise ValueError("not in Confluent's wire format")
        reader = avro.io.DatumReader(self.schema(number))
        return reader.read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


def main(brokers, registry, topic="communique.alerts.v1", count=None):
    decoder = Decoder(registry)
    consumer = Consumer({
        "bootstrap.servers": brokers,
        "group.id": f"example-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "isolation.level": "read_committed",
    })
    consumer.subscribe([topic])
    printed = 0
    while count is None or printed < int(count):
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            sys.exit(str(message.error()))
        print(json.dumps(decoder.decode(message.value()), default=str, ensure_ascii=False), flush=True)
        printed += 1
    consumer.close()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
