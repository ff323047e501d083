ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN mvn -q -B -DskipTests package

FROM ${RUN_IMAGE}
COPY --from=build /build/target/lib /app/lib
COPY --from=build /build/target/offprint.jar /app/offprint.jar
USER 10001
ENV LANG=C.UTF-8
EXPOSE 8080
VOLUME /issues
ENTRYPOINT ["java", "-jar", "/app/offprint.jar"]
CMD ["serve", "/issues"]
