import type { EmulatorControls } from '../Emulator.ts'
import type { IssuedTokens } from '../types/IssuedTokens.ts'
import { type ProviderName, providerNames } from '../types/ProviderName.ts'
import type { ControlCommand } from './controlCommand.ts'

/** Runs a command; only `issue` has a result. */
export async function runCommand(
  controls: EmulatorControls,
  command: ControlCommand,
): Promise<IssuedTokens | undefined> {
  switch (command.action) {
    case 'issue': {
      const { provider, subject } = command
      return controls.issue(provider, subject === undefined ? {} : { subject })
    }
    case 'clearLog':
      controls.log.clear()
      return undefined
    case 'removeUser':
      controls[command.provider].removeUser(command.subject)
      return undefined
    case 'changePassword':
      controls.cloudreve.changePassword(command.subject)
      return undefined
    case 'setOmitRefreshToken':
      controls.privateCloud.setOmitRefreshToken(command.omitRefreshToken)
      return undefined
    default:
      for (const name of command.provider ? [command.provider] : providerNames)
        runOn(controls, name, command)
      return undefined
  }
}

type SharedCommand = Exclude<
  ControlCommand,
  {
    action: 'issue' | 'clearLog' | 'removeUser' | 'changePassword' | 'setOmitRefreshToken'
  }
>

function runOn(all: EmulatorControls, name: ProviderName, command: SharedCommand) {
  const controls = all[name]
  switch (command.action) {
    case 'advanceClock':
      return controls.clock.advance(command.ms)
    case 'setClock':
      return controls.clock.set(command.at)
    case 'resetClock':
      return controls.clock.reset()
    case 'setLifetimes': {
      const { action: _, provider: __, ...lifetimes } = command
      return controls.setLifetimes(lifetimes)
    }
    case 'setLatency': {
      const { action: _, provider: __, ...latency } = command
      return controls.setLatency(latency)
    }
    case 'setReuse':
      return controls.setReuse(command.policy)
    case 'failNext': {
      const { action: _, provider: __, fault, ...target } = command
      return controls.failNext(fault, target)
    }
    case 'clearFaults':
      return controls.clearFaults()
    case 'release':
      return controls.release()
    case 'revoke':
      return controls.revoke(command.subject ?? 'all')
    case 'expireAccess':
      return controls.expireAccess(command.subject)
    case 'resetCounters':
      return controls.resetCounters()
    default:
      return command satisfies never
  }
}
