import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const demo = resolve(import.meta.dirname, '../../../../apps/demo')

function vite(...parameters: string[]): ChildProcess {
  const program = [
    '--conditions=@takokit/source',
    '--import',
    'tsx',
    './node_modules/vite/bin/vite.js',
  ]
  return spawn(process.execPath, [...program, ...parameters, '--configLoader', 'native'], {
    cwd: demo,
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production', TAKO_API: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Resolves with the first match of `pattern` in a process's output; without a pattern, once the process has exited with 0. */
function until(child: ChildProcess, pattern?: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (data: Buffer) => {
      printed += data.toString()
      const match = pattern?.exec(printed)
      if (match) resolve(match[1] ?? match[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0 && !pattern) resolve(printed)
      else reject(new Error(`vite ended with ${code}:\n${printed}`))
    })
  })
}

/** Builds the demo for production, once for all files (Vitest's global setup). */
export async function setup(): Promise<void> {
  await until(vite('build', '--logLevel', 'warn'))
}

/** Serves the built demo with its content security policy, and with emulated APIs of its own. */
export async function serveDemo(): Promise<{ url: string; close(): void }> {
  const server = vite('preview', '--port', '0', '--host', '127.0.0.1')
  const url = await until(server, /(http:\/\/127\.0\.0\.1:\d+)/)
  return {
    url: url.replace('127.0.0.1', 'localhost'),
    close() {
      server.kill()
    },
  }
}
