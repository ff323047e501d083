# Builds and runs Offprint:
#   docker build -t offprint .
#   docker run -d -p 8080:8080 -v ./issues:/issues:ro -e OFFPRINT_BASE_URL=https://news.example.org/ offprint
# It runs with --read-only --cap-drop ALL as well, and as any user; deploy/ has the rest.
# For a build that can be repeated, give both images by digest: --build-arg RUN_IMAGE=debian@sha256:…
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG RUN_IMAGE=debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
# A Java of the modules that are needed. Dates on pages are written in the newsletter's language, and its name in itself; names of
# time zones and currencies, regional names of languages, the order of letters and word breaks are used nowhere.
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,java.sql,java.xml,jdk.httpserver,jdk.localedata,jdk.management,jdk.unsupported \
      --exclude-resources 'glob:/jdk.localedata/**/TimeZoneNames_*,glob:/jdk.localedata/**/CurrencyNames_*,glob:/jdk.localedata/**/LocaleNames_*_*,glob:/jdk.localedata/**/CollationData_*,glob:/jdk.localedata/**/thai_dict' \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-9 --output runtime && \
    if command -v strip >/dev/null ; then strip --strip-unneeded runtime/lib/server/libjvm.so ; fi
# What is downloaded changes less often than the sources, so it has a layer of its own: a build of almost nothing.
COPY pom.xml LICENSE THIRD-PARTY.md ./
COPY .mvn .mvn
COPY src/main/java/org/offprint/package-info.java src/main/java/org/offprint/
RUN mkdir -p src/main/jte && mvn -q -B -Dmaven.test.skip=true -Dassembly.skipAssembly package && rm -rf target
COPY src/main src/main
RUN mvn -q -B -Dmaven.test.skip=true -Dassembly.skipAssembly package
# The system need not unpack Brotli and SQLite at each start into a folder that allows programs to run; nor do they lie here
# for all other systems.
RUN mkdir native sqlite && cd native && jar xf ../target/lib/native-linux-$(uname -m)-*.jar && mv lib/*/libbrotli.so . && \
    rm ../target/lib/native-*.jar && cd ../sqlite && jar xf ../target/lib/sqlite-jdbc-*.jar && \
    mv org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so ../native/ && rm -r org/sqlite/native && \
    jar --create --file ../target/lib/sqlite-jdbc-*.jar --manifest META-INF/MANIFEST.MF .

FROM ${RUN_IMAGE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Offprint" \
      org.opencontainers.image.description="Serves a newsletter, kept as a folder of Markdown issues, to feed readers" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV LANG=C.UTF-8
ENV JAVA_HOME=/opt/java
ENV PATH=/app/bin:/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY --from=build /build/runtime /opt/java
COPY --from=build /build/target/lib /app/lib
COPY --from=build /build/native/libbrotli.so /build/native/libsqlitejdbc.so /app/native/
COPY --from=build /build/src/main/dist/bin /app/bin
COPY --from=build /build/target/offprint.jar /app/offprint.jar
COPY LICENSE THIRD-PARTY.md /app/
COPY issues /app/sample
# A first run tells which classes every later one loads; they are kept as the JVM has them in memory. This cache holds no
# code for the builder's processor. Where it does not fit, Java starts without it, slower.
RUN java -XX:+UseSerialGC -Xshare:dump >/dev/null 2>&1 ; \
    java -XX:+UseSerialGC -XX:ArchiveClassesAtExit=/app/offprint.jsa -Dbrotli4j.library.path=/app/native/libbrotli.so \
         -Dorg.sqlite.lib.path=/app/native -Dorg.sqlite.lib.name=libsqlitejdbc.so \
         -jar /app/offprint.jar serve /app/sample --host 127.0.0.1 --port 8089 --data /tmp/data >/dev/null 2>&1 & \
    served=$!; \
    for address in 8089/feed.atom 8089/feed.rss 8089/feed.json 8089/sections/tools/items.atom 8089/feeds 8081/status ; do \
      for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 ; do \
        java -XX:+UseSerialGC -jar /app/offprint.jar health http://127.0.0.1:$address 2>/dev/null && break ; sleep 1 ; \
      done ; \
    done ; \
    kill -TERM $served ; wait $served ; \
    test -s /app/offprint.jsa && rm -rf /tmp/* /app/sample && mkdir -p /data && chmod 1777 /data
USER 10001:10001
# /status and /metrics: the port is not published unless you do so.
ENV OFFPRINT_METRICS_HOST=0.0.0.0
# Parsed issues and the main feeds are kept there for the next start.
ENV OFFPRINT_DATA=/data
VOLUME ["/data"]
EXPOSE 8080
# It asks where OFFPRINT_HOST, OFFPRINT_PORT and /issues/offprint.yaml say; flags it does not know.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["java", "-XX:+UseSerialGC", "-XX:SharedArchiveFile=/app/offprint.jsa", "-XX:TieredStopAtLevel=1", "-Xmx24m", \
       "-jar", "/app/offprint.jar", "health", "--folder", "/issues"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:SharedArchiveFile=/app/offprint.jsa", "-XX:MaxRAMPercentage=50", \
            "-XX:+ExitOnOutOfMemoryError", "-Dbrotli4j.library.path=/app/native/libbrotli.so", "-Dorg.sqlite.lib.path=/app/native", \
            "-Dorg.sqlite.lib.name=libsqlitejdbc.so", "-jar", "/app/offprint.jar"]
CMD ["serve", "/issues"]
