export {
  SignInAccount as Account,
  type SignInAccountProps as AccountProps,
} from '../signIn/SignInAccount.tsx'
export { SignInBack as Back, type SignInBackProps as BackProps } from '../signIn/SignInBack.tsx'
export {
  SignInCancel as Cancel,
  type SignInCancelProps as CancelProps,
} from '../signIn/SignInCancel.tsx'
export {
  SignInChooseOther as ChooseOther,
  type SignInChooseOtherProps as ChooseOtherProps,
} from '../signIn/SignInChooseOther.tsx'
export {
  SignInClose as Close,
  type SignInCloseProps as CloseProps,
} from '../signIn/SignInClose.tsx'
export {
  SignInContinue as Continue,
  type SignInContinueProps as ContinueProps,
} from '../signIn/SignInContinue.tsx'
export {
  SignInCopyLink as CopyLink,
  type SignInCopyLinkProps as CopyLinkProps,
} from '../signIn/SignInCopyLink.tsx'
export {
  SignInDialog as Dialog,
  type SignInDialogProps as DialogProps,
} from '../signIn/SignInDialog.tsx'
export {
  SignInError as Error,
  type SignInErrorProps as ErrorProps,
} from '../signIn/SignInError.tsx'
export {
  SignInErrorDetails as ErrorDetails,
  type SignInErrorDetailsProps as ErrorDetailsProps,
} from '../signIn/SignInErrorDetails.tsx'
export { SignInHelp as Help, type SignInHelpProps as HelpProps } from '../signIn/SignInHelp.tsx'
export { SignInHint as Hint, type SignInHintProps as HintProps } from '../signIn/SignInHint.tsx'
export {
  SignInMessagePreview as MessagePreview,
  type SignInMessagePreviewProps as MessagePreviewProps,
} from '../signIn/SignInMessagePreview.tsx'
export {
  SignInNoWallet as NoWallet,
  type SignInNoWalletProps as NoWalletProps,
} from '../signIn/SignInNoWallet.tsx'
export {
  SignInQrCode as QrCode,
  type SignInQrCodeProps as QrCodeProps,
} from '../signIn/SignInQrCode.tsx'
export {
  SignInRetry as Retry,
  type SignInRetryProps as RetryProps,
} from '../signIn/SignInRetry.tsx'
export {
  SignInRetryIn as RetryIn,
  type SignInRetryInProps as RetryInProps,
} from '../signIn/SignInRetryIn.tsx'
export { SignInRoot as Root, type SignInRootProps as RootProps } from '../signIn/SignInRoot.tsx'
export {
  SignInStatusText as Status,
  type SignInStatusTextProps as StatusProps,
} from '../signIn/SignInStatusText.tsx'
export {
  SignInTitle as Title,
  type SignInTitleProps as TitleProps,
} from '../signIn/SignInTitle.tsx'
export {
  SignInTrigger as Trigger,
  type SignInTriggerProps as TriggerProps,
} from '../signIn/SignInTrigger.tsx'
export {
  SignInWallet as Wallet,
  type SignInWalletProps as WalletProps,
} from '../signIn/SignInWallet.tsx'
export {
  SignInWalletIcon as WalletIcon,
  type SignInWalletIconProps as WalletIconProps,
} from '../signIn/SignInWalletIcon.tsx'
export {
  SignInWalletList as WalletList,
  type SignInWalletListProps as WalletListProps,
} from '../signIn/SignInWalletList.tsx'
