# artparse in a container that may write to what it is given, and nothing else:
#
#   docker build -t artparse .
#   docker run --rm --read-only --tmpfs /tmp --network none --cap-drop ALL \
#       --user "$(id -u):$(id -g)" -v "$PWD:/data" artparse articles/ -o articles.db
#
# EXTRAS=docx,parquet,... says what else it reads and writes; Parquet alone is larger than the rest.
FROM python:3.13-slim AS build
ARG EXTRAS=dedupe,docx,pdf,rtf,warc,xlsx
WORKDIR /build
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY share share
COPY src src
RUN python -m venv /opt/artparse \
    && /opt/artparse/bin/pip install --no-cache-dir ".[${EXTRAS}]" \
    && /opt/artparse/bin/pip uninstall --yes pip

FROM python:3.13-slim
COPY --from=build /opt/artparse /opt/artparse
ENV PATH=/opt/artparse/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1
USER 65534:65534
WORKDIR /data
ENTRYPOINT ["artparse"]
