import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from './freePort.ts'

const find = (name: string) =>
  [
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
    `/usr/sbin/${name}`,
    `/usr/local/sbin/${name}`,
  ].find((path) => existsSync(path))

/** The path of its executable, or `undefined`. */
export const nginxPath = find('nginx')
export const haproxyPath = find('haproxy')

/** nginx with its defaults in front of these servers; `lines` are added to `http` and `location`. */
export function startNginx(
  targets: readonly string[],
  lines: { http?: string; location?: string } = {},
) {
  return startProxy(nginxPath ?? 'nginx', ['-c'], (port, folder) => {
    const servers = targets.map((target) => `server ${new URL(target).host};`).join(' ')
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join(' ')
    return `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off; ${temporary} ${lines.http ?? ''}
  upstream relay { ${servers} keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://relay; ${lines.location ?? ''} }
  }
}
`
  })
}

/** HAProxy in front of these servers, with probes. */
export function startHaproxy(targets: readonly string[]) {
  return startProxy(haproxyPath ?? 'haproxy', ['-f'], (port) => {
    const servers = targets
      .map((target, index) => `  server s${index} ${new URL(target).host} check inter 100 fall 2`)
      .join('\n')
    return `defaults
  mode http
  timeout connect 10s
  timeout client 60s
  timeout server 60s
  timeout check 20s
frontend page
  bind 127.0.0.1:${port}
  default_backend relay
backend relay
  option httpchk GET /auth/healthz
${servers}
`
  })
}

async function startProxy(
  path: string,
  flags: readonly string[],
  configure: (port: number, folder: string) => string,
) {
  const folder = await mkdtemp(join(tmpdir(), 'takokit-proxy-'))
  const port = await freePort()
  const file = join(folder, 'proxy.conf')
  await writeFile(file, configure(port, folder))
  const child = spawn(path, [...flags, file], { stdio: ['ignore', 'ignore', 'ignore'] })
  while (child.exitCode === null && !(await accepts(port)));
  if (child.exitCode !== null) throw new Error(`${path} exited with ${child.exitCode}`)
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
