# One image for all: the three services and the command line. The command names the main class.
ARG JRE_IMAGE=eclipse-temurin:17-jre
FROM ${JRE_IMAGE}

RUN groupadd --gid 10001 communique \
 && useradd --uid 10001 --gid communique --no-create-home --home-dir /var/lib/communique communique \
 && install -d -o communique -g communique /var/lib/communique

# Libraries change less often than the code
COPY standalone/target/lib/ /app/lib/
COPY standalone/target/modules/ standalone/target/standalone-*.jar /app/modules/

# The classes of the three services, ready to be used: a start is then mostly not the reading of classes
COPY etc/image/archive-classes /tmp/
RUN sh /tmp/archive-classes /app/classes.jsa && rm /tmp/archive-classes

# The endpoint is published, or not, by whoever runs the container. Half of the container's memory is for the heap; the
# rest is for RocksDB, network buffers and the JVM itself.
ENV HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080 \
    ENRICH_STATE_DIR=/var/lib/communique/enrich \
    ALERT_STATE_DIR=/var/lib/communique/alert
WORKDIR /var/lib/communique
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=180s --retries=6 \
  CMD curl --fail --silent --show-error --max-time 4 "http://127.0.0.1:${HTTP_PORT}/readyz"
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:MetaspaceSize=96m", \
            "-XX:SharedArchiveFile=/app/classes.jsa", "-cp", "/app/modules/*:/app/lib/*"]
CMD ["communique.standalone.CommuniqueMain", "--help"]
