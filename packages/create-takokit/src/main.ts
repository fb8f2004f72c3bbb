import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { createApp } from './createApp.ts'
import { templates } from './templates.ts'

const usage = `Usage: npm create takokit [folder] [-- --template <name>]

Writes a dapp that signs in with a wallet.

  --template <name>  ${templates().join(', ')}; default vite
  --help             this text
`

/** Asks on a terminal; elsewhere, and for an empty answer, it is the default. */
async function ask(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) return otherwise
  const terminal = createInterface(process.stdin, process.stdout)
  const answer = await terminal.question(`${question} (${otherwise}): `)
  terminal.close()
  return answer.trim() || otherwise
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { template: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return void process.stdout.write(usage)
  const folder = positionals[0] ?? (await ask('Folder', 'my-dapp'))
  const template = values.template ?? (await ask(`Template: ${templates().join(', ')}`, 'vite'))
  createApp({ folder, template })
  console.log(`\nIn ${folder}: a dapp from the template ${template}. Next:\n`)
  for (const line of [`cd ${folder}`, 'npm install', 'npm run dev']) console.log(`  ${line}`)
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
