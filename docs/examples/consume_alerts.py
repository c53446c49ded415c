#!/usr/bin/python3
"""Print alerts as they come, one JSON object a line.

Needs Debian's python3-confluent-kafka and python3-avro, nothing else:

    consume_alerts.py 127.0.0.1:9092 http://127.0.0.1:8081/apis/ccompat/v7 [topic] [how many, then stop]
"""
import json
import sys
import uuid

from confluent_kafka import Consumer
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer


def main(brokers, registry, topic="communique.alerts.v1", count=None):
    decoder = MessageSerializer(CachedSchemaRegistryClient({"url": registry}))
    consumer = Consumer({
        "bootstrap.servers": brokers,
        "group.id": f"example-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "isolation.level": "read_committed",
    })
    consumer.subscribe([topic])
    left = int(count) if count else None
    while left is None or left > 0:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            sys.exit(str(message.error()))
        print(json.dumps(decoder.decode_message(message.value()), default=str, ensure_ascii=False), flush=True)
        left = left - 1 if left else left
    consumer.close()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
