# Builds and runs Offprint:
#   docker build -t offprint .
#   docker run -d -p 8080:8080 -v ./issues:/issues:ro -e OFFPRINT_BASE_URL=https://news.example.org/ offprint
# It runs with --read-only --cap-drop ALL as well; deploy/ has the rest.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
# What is downloaded changes less often than the sources, so it has a layer of its own: a build of almost nothing.
COPY pom.xml LICENSE THIRD-PARTY.md ./
COPY .mvn .mvn
COPY src/main/java/org/offprint/package-info.java src/main/java/org/offprint/
RUN mkdir -p src/main/jte && mvn -q -B -Dmaven.test.skip=true package && rm -rf target
COPY src/main src/main
RUN mvn -q -B -Dmaven.test.skip=true package
# The system need not unpack it at each start into a folder that allows programs to run.
RUN mkdir native && cd native && jar xf ../target/lib/native-linux-$(uname -m)-*.jar && mv lib/*/libbrotli.so .

FROM ${RUN_IMAGE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Offprint" \
      org.opencontainers.image.description="Serves a newsletter, kept as a folder of Markdown issues, to feed readers" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV LANG=C.UTF-8
COPY --from=build /build/native/libbrotli.so /app/native/libbrotli.so
COPY --from=build /build/target/lib /app/lib
COPY --from=build /build/target/offprint.jar /app/offprint.jar
COPY LICENSE THIRD-PARTY.md /app/
COPY issues /app/sample
# A first run tells the JVM what every later one loads. Where that fails, later ones start without it, slower.
# It has copies of the sample issues as well, so that there is more to learn from.
RUN for issue in /app/sample/*.md ; do \
      for copy in 1 2 3 4 5 6 7 ; do cp "$issue" "${issue%.md}-copy$copy.md" ; done ; \
    done ; \
    java -XX:+IgnoreUnrecognizedVMOptions -XX:AOTCacheOutput=/app/offprint.aot \
         -Dbrotli4j.library.path=/app/native/libbrotli.so \
         -jar /app/offprint.jar serve /app/sample --host 127.0.0.1 --port 8089 --data /app/sample-data >/dev/null 2>&1 & \
    served=$!; \
    for address in 8089/feed.atom 8089/feed.rss 8089/feed.json 8089/sections/tools/items.atom 8089/feeds 8081/status ; do \
      for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 ; do \
        java -jar /app/offprint.jar health http://127.0.0.1:$address 2>/dev/null && break ; sleep 1 ; \
      done ; \
    done ; \
    kill -TERM $served ; wait $served ; \
    mkdir -p /data && chown 10001:10001 /data && rm -rf /app/sample /app/sample-data
USER 10001:10001
# /status and /metrics: the port is not published unless you do so.
ENV OFFPRINT_METRICS_HOST=0.0.0.0
# Parsed issues and the main feeds are kept there for the next start.
ENV OFFPRINT_DATA=/data
VOLUME ["/data"]
EXPOSE 8080
# It asks where OFFPRINT_HOST, OFFPRINT_PORT and /issues/offprint.yaml say; flags it does not know.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx24m", "-jar", "/app/offprint.jar", "health", "--folder", "/issues"]
ENTRYPOINT ["java", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:AOTCache=/app/offprint.aot", \
            "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Dbrotli4j.library.path=/app/native/libbrotli.so", \
            "-jar", "/app/offprint.jar"]
CMD ["serve", "/issues"]
