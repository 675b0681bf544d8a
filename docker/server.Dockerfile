# The server with the built web pages. Built from the repository root: docker build -f docker/server.Dockerfile .
FROM node:22-bookworm-slim AS manifests
WORKDIR /manifests
COPY . .
# Only the package manifests, so that a changed source does not install every package again.
RUN find . -name package.json -not -path '*/node_modules/*' -prune -o -type f -not -name package-lock.json -not -name .npmrc -delete

FROM node:22-bookworm-slim AS web
WORKDIR /app
COPY --from=manifests /manifests ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN cd web && NODE_ENV=production node ../node_modules/vite/bin/vite.js build

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY --from=manifests /manifests ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/onewindow server \
 && mkdir -p /var/lib/onewindow/data && chown server /var/lib/onewindow/data
WORKDIR /app
COPY --from=packages /app ./
COPY package.json tsconfig.base.json tsconfig.json LICENSE ./
COPY clocks clocks
COPY engine/src engine/src
COPY forms forms
COPY processes processes
COPY signing signing
COPY server server
COPY --from=web /app/web/dist web/dist
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8380 DATA_DIR=/var/lib/onewindow/data
USER 10001
VOLUME /var/lib/onewindow/data
EXPOSE 8380
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=4 \
  CMD ["node", "docker-healthcheck.js"]
COPY docker/healthcheck.js docker-healthcheck.js
CMD ["node", "--import", "tsx", "server/src/main.ts"]
