export {
  SessionAddress as Address,
  type SessionAddressProps as AddressProps,
} from '../session/SessionAddress.tsx'
export {
  SessionAvatar as Avatar,
  type SessionAvatarProps as AvatarProps,
} from '../session/SessionAvatar.tsx'
export {
  SessionCopyAddress as CopyAddress,
  type SessionCopyAddressProps as CopyAddressProps,
} from '../session/SessionCopyAddress.tsx'
export { SessionMenu as Menu, type SessionMenuProps as MenuProps } from '../session/SessionMenu.tsx'
export { SessionRoot as Root, type SessionRootProps as RootProps } from '../session/SessionRoot.tsx'
export {
  SessionSignOut as SignOut,
  type SessionSignOutProps as SignOutProps,
} from '../session/SessionSignOut.tsx'
export {
  SessionStatusText as Status,
  type SessionStatusTextProps as StatusProps,
} from '../session/SessionStatusText.tsx'
export {
  SessionTrigger as Trigger,
  type SessionTriggerProps as TriggerProps,
} from '../session/SessionTrigger.tsx'
