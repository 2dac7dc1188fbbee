# Stands for the image "postgres" where that cannot be pulled: Debian's server, and of the other's entry point what
# docker-compose.yml asks for. For trying the system out, not for keeping.
ARG POSTGRES_BASE
FROM ${POSTGRES_BASE}
COPY postgres-start /usr/local/bin/postgres-start
RUN ln -s /usr/lib/postgresql/*/bin/* /usr/local/bin/ && rm -rf /var/lib/postgresql/* && chown postgres /var/lib/postgresql \
 && mkdir -p /var/run/postgresql && chown postgres /var/run/postgresql
ENV PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8
USER postgres
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
ENTRYPOINT ["bash", "/usr/local/bin/postgres-start"]
