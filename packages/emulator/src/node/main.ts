import { runCli } from './runCli.ts'

try {
  const server = await runCli(process.argv.slice(2), (line) => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server?.close())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
