# The walkthrough in a container:
#
#   docker build --tag containers-under-the-hood .
#
# docs/in-a-container.md says how to start it.

# Any Debian or Ubuntu that has Node.js 20.12 or newer, npm, and an ordinary user called node.
ARG BASE=node:20-bookworm-slim

# What the lessons use, where the base does not have it.
FROM ${BASE} AS tools
RUN for tool in mount ps ip cgcreate; do command -v $tool || missing=$tool; done; \
	if [ "$missing" ]; then \
		apt-get update && \
		apt-get install --yes --no-install-recommends mount procps iproute2 cgroup-tools strace && \
		rm -rf /var/lib/apt/lists/*; \
	fi

# The package as npm would publish it.
FROM ${BASE} AS package
WORKDIR /package
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm pack && \
	mkdir /program && \
	tar --extract --gzip --file containers-under-the-hood-*.tgz --strip-components 1 --directory /program

FROM tools
COPY --from=package /program /opt/containers-under-the-hood
RUN ln -s /opt/containers-under-the-hood/dist/entry.js /usr/local/bin/containers-under-the-hood
ENTRYPOINT ["containers-under-the-hood"]
