# One target a service: gateway-service, ocr-worker, export-service, chat-service; and provisioning, which makes their users.
#   docker build --target gateway-service -t pagewright/gateway-service .
# Without a registry, or from archives that are built already: deploy/local-images. Why so: docs/design/0016-images-and-servers.md

# build: Maven and the network make everything in here. prebuilt: it lies in the tree (deploy/prebuilt says where).
ARG SOURCE=build
ARG JAVA_IMAGE=eclipse-temurin:25-jdk
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG BASE_IMAGE=debian:trixie-slim
ARG LANGUAGES_IMAGE=scratch

# ---- programs: /programs/SERVICE, as Maven packs them -------------------------------------------------------------------
FROM ${MAVEN_IMAGE} AS programs-build
WORKDIR /source
COPY . .
RUN mvn -B -ntp -q -Dquick -DskipTests package \
      -pl common,embedded,gateway-service,export-service,chat-service,ocr-worker/service,standalone -am \
 && deploy/prebuilt /programs

FROM scratch AS programs-prebuilt
COPY .pagewright/prebuilt/programs /programs

FROM programs-${SOURCE} AS programs

# ---- models: PP-OCRv6, of a package with a fixed checksum ---------------------------------------------------------------
FROM ${BASE_IMAGE} AS models-build
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip unzip
WORKDIR /fetched
RUN pip download -q --no-deps --only-binary :all: --break-system-packages rapidocr==3.10.0 \
 && echo "2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050  rapidocr-3.10.0-py3-none-any.whl" | sha256sum -c \
 && unzip -q -j rapidocr-*.whl rapidocr/models/PP-OCRv6_det_small.onnx rapidocr/models/PP-OCRv6_rec_small.onnx \
      rapidocr/models/ch_ppocr_mobile_v2.0_cls_mobile.onnx -d /models

FROM scratch AS models-prebuilt
COPY .pagewright/prebuilt/models /models

FROM models-${SOURCE} AS models

# ---- languages: Tesseract's data, of Debian's packages ------------------------------------------------------------------
FROM ${BASE_IMAGE} AS languages-build
RUN apt-get update && apt-get install -y --no-install-recommends tesseract-ocr-all

FROM ${LANGUAGES_IMAGE} AS languages-prebuilt

FROM languages-${SOURCE} AS languages

# ---- java: the run time alone, and the probe ----------------------------------------------------------------------------
FROM ${JAVA_IMAGE} AS java
COPY deploy/image/HealthProbe.java /probe/
RUN jlink=$(command -v jlink || echo "$JAVA_HOME/bin/jlink") && bin=$(dirname "$jlink") \
 && modules=$("$bin/java" --list-modules | sed 's/@.*//' | grep -E '^(java\.|jdk\.)' \
      | grep -vE '^jdk\.(compiler|jlink|jpackage|jshell|javadoc|jdeps|jartool|jdi|hotspot\.agent|internal\.(ed|le|opt|jvmstat)|jconsole|jstatd|jcmd|editpad|graal.*)$' \
      | paste -sd, -) \
 && "$jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages --output /opt/java \
 && /opt/java/bin/java -Xshare:dump \
 && "$bin/javac" -d /opt/java/probe /probe/HealthProbe.java

# ---- what all of them stand on ------------------------------------------------------------------------------------------
FROM ${BASE_IMAGE} AS base
RUN { dpkg -s fontconfig fonts-dejavu-core libstdc++6 ca-certificates >/dev/null 2>&1 \
      || { apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core libstdc++6 ca-certificates \
           && rm -rf /var/lib/apt/lists/*; }; } \
 && echo 'pagewright:x:10001:10001::/tmp:/usr/sbin/nologin' >>/etc/passwd \
 && echo 'pagewright:x:10001:' >>/etc/group \
 && mkdir -p /var/lib/pagewright/blobs && chown -R 10001:10001 /var/lib/pagewright \
 && fc-cache -f
COPY --from=java /opt/java /opt/java
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.vendor="Pagewright" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# The heap follows the container's memory; what native code takes beside it is why it is not more. Settings that an operator adds in
# JAVA_TOOL_OPTIONS replace these; the entry point's own stay.
ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin \
    LANG=C.UTF-8 TZ=UTC MALLOC_ARENA_MAX=2 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC" \
    SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS=/run/secrets \
    PAGEWRIGHT_BLOB_DIRECTORY=/var/lib/pagewright/blobs
WORKDIR /opt/pagewright
USER 10001:10001
STOPSIGNAL SIGTERM

# ---- provisioning: makes the services' users on broker and database, and ends -------------------------------------------
FROM base AS provisioning
LABEL org.opencontainers.image.title="pagewright-provisioning"
COPY --from=programs /programs/provisioning ./
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-cp", "/opt/pagewright/*", "dev.pagewright.embedded.Provisioning"]

# ---- services -----------------------------------------------------------------------------------------------------------
FROM base AS gateway-service
LABEL org.opencontainers.image.title="pagewright-gateway"
COPY --from=programs /programs/gateway-service/libraries ./
COPY --from=programs /programs/gateway-service/program ./
ENV PAGEWRIGHT_INNER_HOST=0.0.0.0
EXPOSE 8080 9000
VOLUME /var/lib/pagewright/blobs
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 \
  CMD ["java", "-Xmx16m", "-XX:TieredStopAtLevel=1", "-cp", "/opt/java/probe", "HealthProbe", "http://127.0.0.1:8080/q/health/ready"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-Dvertx.disableURIValidation=true", "-jar", "quarkus-run.jar"]

FROM base AS export-service
LABEL org.opencontainers.image.title="pagewright-export"
COPY --from=programs /programs/export-service/libraries ./
COPY --from=programs /programs/export-service/program ./
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 \
  CMD ["java", "-Xmx16m", "-XX:TieredStopAtLevel=1", "-cp", "/opt/java/probe", "HealthProbe", "http://127.0.0.1:8081/q/health/ready"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]

FROM base AS chat-service
LABEL org.opencontainers.image.title="pagewright-chat"
COPY --from=programs /programs/chat-service/libraries ./
COPY --from=programs /programs/chat-service/program ./
EXPOSE 8082
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 \
  CMD ["java", "-Xmx16m", "-XX:TieredStopAtLevel=1", "-cp", "/opt/java/probe", "HealthProbe", "http://127.0.0.1:8082/q/health/ready"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]

FROM base AS ocr-worker
LABEL org.opencontainers.image.title="pagewright-ocr-worker"
COPY --from=languages /usr/share/tesseract-ocr/5/tessdata /usr/share/tesseract-ocr/5/tessdata
COPY --from=models /models /opt/models
COPY --from=programs /programs/ocr-worker/libraries ./
COPY --from=programs /programs/ocr-worker/program ./
# less heap than the others: the engines' memory and a page in quarantine, a process of its own, lie beside it
ENV PAGEWRIGHT_MODELS=/opt/models \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=25 -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -XX:+UnlockExperimentalVMOptions -XX:TrimNativeHeapInterval=5000"
EXPOSE 8083
VOLUME /var/lib/pagewright/blobs
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 \
  CMD ["java", "-Xmx16m", "-XX:TieredStopAtLevel=1", "-cp", "/opt/java/probe", "HealthProbe", "http://127.0.0.1:8083/q/health/ready"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
