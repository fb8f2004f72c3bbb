import { transformAsync } from '@babel/core'
import compiler, { type LoggerEvent, type PluginOptions } from 'babel-plugin-react-compiler'
import type { Plugin } from 'vite'

export interface CompileReport {
  /** Components and hooks that were compiled. */
  compiled: string[]
  /** Functions that were not compiled: the reason, and the code up to where the compiler stopped. */
  left: { file: string; reason: string; before: string }[]
}

/** Runs React's compiler on the components of the kit and the dapp, and reports what it could not compile. */
export function compileReact(report: CompileReport): Plugin {
  function note(file: string, code: string, event: LoggerEvent): void {
    if (event.kind === 'CompileSuccess') report.compiled.push(event.fnName ?? file)
    if (event.kind === 'CompileSkip') report.left.push({ file, reason: event.reason, before: '' })
    if (event.kind === 'PipelineError') report.left.push({ file, reason: event.data, before: '' })
    if (event.kind !== 'CompileError') return
    const { detail } = event
    const at = 'primaryLocation' in detail ? detail.primaryLocation() : null
    const end = typeof at === 'symbol' ? undefined : at?.start.index
    report.left.push({ file, reason: detail.reason, before: code.slice(0, end ?? 0) })
  }
  return {
    name: 'compile-react',
    enforce: 'pre',
    transform: {
      // The other packages do not use React, and reading them takes longer than compiling these.
      filter: { id: { include: /\/packages\/(react|test)\/.*\.tsx?$/, exclude: /node_modules/ } },
      async handler(code, filename) {
        const options: PluginOptions = {
          panicThreshold: 'none',
          logger: { logEvent: (_, event) => note(filename, code, event) },
        }
        const result = await transformAsync(code, {
          filename,
          babelrc: false,
          configFile: false,
          parserOpts: { plugins: ['jsx', 'typescript'] },
          plugins: [[compiler, options]],
        })
        return result?.code
      },
    },
  }
}
