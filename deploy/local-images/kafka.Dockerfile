# Stands for apache/kafka where that cannot be pulled: the same server (its archives come by Maven), the same set-up program,
# the same folders. For trying the system out, not for keeping.
ARG JAVA_IMAGE
FROM ${JAVA_IMAGE}
COPY libs /opt/kafka/libs
COPY start /opt/kafka/start
RUN echo 'kafka:x:1000:1000::/tmp:/usr/sbin/nologin' >>/etc/passwd && mkdir -p /var/lib/kafka/data /opt/kafka/config /etc/kafka/docker \
 && printf 'Configuration:\n  Properties: {}\n  Appenders:\n    Console:\n      name: STDOUT\n      PatternLayout:\n        pattern: "[%%d] %%p %%m (%%c)%%n"\n  Loggers:\n    Root:\n      level: WARN\n      AppenderRef:\n        - ref: STDOUT\n' \
      | tee /etc/kafka/docker/log4j2.yaml /etc/kafka/docker/tools-log4j2.yaml >/opt/kafka/config/log4j2.yaml \
 && touch /etc/kafka/docker/server.properties && chown -R 1000:1000 /var/lib/kafka /opt/kafka/config
USER 1000:1000
VOLUME /var/lib/kafka/data
ENTRYPOINT ["bash", "/opt/kafka/start"]
