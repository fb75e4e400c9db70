# docker build -t mailhold .        (amd64 and arm64; nothing is compiled)
ARG NODE_IMAGE=node:24-bookworm-slim

# Builds the program, once for all platforms: what it makes is JavaScript.
FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm install --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run --silent build \
  && find dist \( -name '*.map' -o -name '*.d.ts' -o -name .tsbuildinfo \) -delete \
  && chmod +x dist/cli/main.js

# What it needs at run time. better-sqlite3 13 brings built binaries for both platforms along.
FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS packages
ARG SQLITE=13.2.0
# without a default: one would count more than what the builder sets for each platform
ARG TARGETARCH
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund better-sqlite3@${SQLITE} \
  && rm package-lock.json \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -iname 'readme*' -o -iname 'changelog*' \) -delete \
  && cd node_modules/better-sqlite3 \
  && rm -rf deps src \
  && cd prebuilds \
  && keep="linux-$(echo "${TARGETARCH:-$(dpkg --print-architecture)}" | sed s/amd64/x64/).node" \
  && test -f "$keep" \
  && find . -name '*.node' ! -name "$keep" -delete

# The system with Node, without its headers and package managers.
FROM ${NODE_IMAGE} AS system
RUN rm -rf /usr/local/include /usr/local/lib/node_modules /usr/local/share/* /opt/yarn* /root/.npm /tmp/* \
    /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /usr/local/bin/docker-entrypoint.sh \
  && ln -s /app/dist/cli/main.js /usr/local/bin/mailhold \
  && mkdir /data \
  && chown 1000:1000 /data

FROM scratch
COPY --from=system / /
COPY --from=packages /app /app
COPY --from=build /build/dist /app/dist
COPY LICENSE /app/LICENSE

# Inside a container every address is meant; publish the ports on 127.0.0.1, as docker-compose.yml does.
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  NODE_ENV=production \
  MAILHOLD_SMTP=0.0.0.0:1025 \
  MAILHOLD_POP3=0.0.0.0:1110 \
  MAILHOLD_HTTP=0.0.0.0:8025 \
  MAILHOLD_DATA=/data

# uid 1000 is `node` of the base; a number, so that "must not run as root" can be checked from outside
USER 1000:1000
WORKDIR /data
VOLUME /data
EXPOSE 1025 1110 8025
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["mailhold", "health"]
STOPSIGNAL SIGTERM

# Process 1 is Mailhold itself: it handles SIGTERM, and starts no programs whose remains it would have to collect.
ENTRYPOINT ["mailhold"]
