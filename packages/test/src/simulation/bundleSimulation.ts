import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { Guard } from './Guard.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** The simulation and the engine as one script for workers, without the given guard. */
export async function bundleSimulation(without?: Guard): Promise<string> {
  let isReplaced = false
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'without-guard',
        transform(code: string, id: string) {
          if (!without || !id.endsWith(without.file)) return undefined
          isReplaced = code.includes(without.text)
          return code.replace(without.text, () => without.instead)
        },
        enforce: 'pre',
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('simulationWorker.ts', import.meta.url)),
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
  })
  if (without && !isReplaced)
    throw new Error(`The guard "${without.id}" is not in ${without.file}.`)
  const { output } = built as Rolldown.RolldownOutput
  return output[0].code
}
