# The process engine. Built from the repository root: docker build -f docker/engine.Dockerfile .
# As Operaton instead of Camunda: --build-arg ENGINE=operaton
FROM maven:3.9-eclipse-temurin-21 AS build
ARG ENGINE=camunda
WORKDIR /build
COPY engine/pom.xml engine/pom.xml
RUN mvn -q -B -f engine/pom.xml -P ${ENGINE} dependency:go-offline
COPY engine/src/main engine/src/main
RUN mvn -q -B -f engine/pom.xml -P ${ENGINE} -DskipTests package \
 && find engine/target -name onewindow-engine.jar -exec cp {} engine.jar \;

FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/onewindow engine \
 && mkdir -p /var/lib/onewindow/engine && chown engine /var/lib/onewindow/engine
COPY --from=build /build/engine.jar /opt/onewindow/engine.jar
USER 10001
WORKDIR /var/lib/onewindow
ENV ENGINE_HOST=0.0.0.0 ENGINE_PORT=8081 ENGINE_DATA_DIR=/var/lib/onewindow/engine
VOLUME /var/lib/onewindow/engine
EXPOSE 8081
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${ENGINE_PORT} && printf 'GET /healthz/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/onewindow/engine.jar"]
