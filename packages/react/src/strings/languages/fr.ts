import type { Strings } from '../Strings.ts'

const misconfigured =
  'La connexion est mal configurée sur ce site. Rien n’a été envoyé. Prévenez l’assistance du site.'
const nothingSigned = 'Demande annulée. Rien n’a été signé.'

/** French, with "vous". */
export const fr: Strings = {
  signIn: 'Se connecter',
  connect: 'Connecter un portefeuille',
  connecting: 'Connexion…',
  confirm: 'Confirmation…',
  signingIn: 'Connexion en cours…',
  nothingSigned,
  notLoaded: 'Une partie de cette page ne s’est pas chargée. Réessayez, ou rechargez la page.',
  tryAgain: 'Réessayer',
  signedInAs: 'Connecté avec {account}',
  connectedAs: 'Connecté avec {account}',
  accountMenu: 'Compte {account}',
  helpOrCancel: 'Appuyez pour obtenir de l’aide ou annuler.',
  chooseWallet: 'Choisissez un portefeuille',
  walletCount: { one: '{count} portefeuille', other: '{count} portefeuilles' },
  recent: 'Récent',
  installed: 'Installé',
  close: 'Fermer',
  back: 'Retour',
  noWallet: 'Aucun portefeuille trouvé dans ce navigateur',
  noWalletHint:
    'Un portefeuille est une application qui garde vos clés et signe pour vous. Ajoutez-en un, puis revenez sur cette page.',
  getWallet: 'Trouver un portefeuille',
  newToWallets: 'Premier portefeuille\u202f?',
  browserWallet: 'Portefeuille du navigateur',
  openWallet: 'Ouvrez votre portefeuille',
  connectTitle: 'Ouvrez {wallet}',
  connectHint: 'Autorisez ce site à voir votre compte.',
  scanTitle: 'Scannez avec votre téléphone',
  scanHint: 'Ouvrez un portefeuille sur votre téléphone et scannez ce code.',
  scanHelp:
    'Impossible de scanner le code\u202f? Copiez le lien et ouvrez-le dans votre portefeuille.',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  copyFailed: 'Copie impossible. Autorisez l’accès au presse-papiers, puis réessayez.',
  readyTitle: '{wallet} est connecté',
  readyHint:
    'Encore une étape\xa0: signez un message pour prouver que le compte est le vôtre. C’est gratuit et sans transaction.',
  sign: 'Se connecter avec {wallet}',
  confirmTitle: 'Confirmez dans {wallet}',
  confirmHint:
    'Signez le message pour prouver que le compte est le vôtre. C’est gratuit et sans transaction.',
  message: 'Message à signer',
  slowHint:
    'Vous ne voyez pas la demande\u202f? Ouvrez {wallet}\xa0: sa fenêtre est peut-être derrière celle-ci.',
  slowHintAny:
    'Vous ne voyez pas la demande\u202f? Ouvrez votre portefeuille\xa0: sa fenêtre est peut-être derrière celle-ci.',
  phoneHelp: 'Vous ne voyez pas la demande\u202f? Ouvrez le portefeuille sur votre téléphone.',
  cancel: 'Annuler',
  exchangingTitle: 'Connexion en cours',
  exchangingHint: 'Votre signature est en cours de vérification.',
  retryIn: 'Nouvelle tentative {when}.',
  failedTitle: 'Échec de la connexion',
  connectFailedTitle: 'Échec de la connexion du portefeuille',
  anotherWallet: 'Utiliser un autre portefeuille',
  details: 'Détails',
  reference: 'Référence\xa0: {id}',
  signedIn: 'Connecté',
  renewsItself: 'Renouvellement automatique',
  renewalLate: 'Pas encore renouvelée. Session valable jusqu’à {time}.',
  renewalOverdue: 'Pas encore renouvelée. Nouvelles tentatives en cours.',
  atProvider: 'sur {provider}',
  walletConnected: 'Portefeuille connecté',
  copyAddress: 'Copier l’adresse',
  signOut: 'Se déconnecter',
  signedOut: 'Vous êtes déconnecté.',
  signedOutHere: 'Session fermée sur cet appareil.',
  signedOutElsewhere: 'Vous vous êtes déconnecté dans un autre onglet.',
  accountChanged: 'Votre session a été fermée\xa0: le compte de votre portefeuille a changé.',
  walletGone: 'Votre session a été fermée\xa0: votre portefeuille a été déconnecté.',
  disconnect: 'Déconnecter',
  disconnected: 'Portefeuille déconnecté.',
  errors: {
    'wallet/not-found':
      'Ce portefeuille n’est pas installé dans ce navigateur. Installez-le ou utilisez-en un autre.',
    'wallet/not-connected': 'Le portefeuille n’est pas connecté. Reconnectez-le.',
    'wallet/not-authorized':
      'Le portefeuille n’autorise pas ce site à utiliser le compte. Reconnectez-le.',
    'wallet/request-pending':
      'Une demande est déjà ouverte dans votre portefeuille. Cherchez sa fenêtre.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Vous avez signé avec un autre compte. Choisissez dans votre portefeuille celui affiché ici, puis réessayez.',
    'wallet/account-changed': 'Le compte de votre portefeuille a changé. Reconnectez-vous.',
    'wallet/cannot-sign': 'Ce portefeuille ne peut pas signer de messages. Utilisez-en un autre.',
    'wallet/failed': 'Le portefeuille n’a pas pu traiter la demande. Ouvrez-le, puis réessayez.',
    'sign-in/cancelled': 'Annulé. Rien n’a été envoyé.',
    'message/invalid':
      'Le message à signer n’est pas valide\xa0: il n’a pas été envoyé à votre portefeuille. Prévenez l’assistance du site.',
    'provider/signature-refused':
      'La signature n’a pas été acceptée. Réessayez ou utilisez un autre compte.',
    'provider/contract-signature':
      'Les comptes intelligents ne sont pas pris en charge ici. Utilisez un compte ordinaire.',
    'provider/message-expired':
      'Le message signé est trop ancien. Vérifiez l’horloge de cet appareil, puis signez à nouveau.',
    'provider/refused': 'Le service a refusé la connexion. Réessayez ou utilisez un autre compte.',
    'provider/bad-request': 'Le service n’a pas pu lire la demande. Prévenez l’assistance du site.',
    'provider/throttled': 'Trop de tentatives. Attendez un instant.',
    'provider/unavailable': 'Le service est surchargé. Réessayez dans un instant.',
    'provider/unreadable': 'Le service a envoyé une réponse inattendue. Réessayez plus tard.',
    'provider/wrong-subject':
      'La réponse du service concernait un autre compte et a été ignorée. Réessayez.',
    'network/failed': 'La connexion a été interrompue. Vérifiez votre connexion internet.',
    'network/timeout': 'Le service met trop de temps à répondre. Réessayez dans un instant.',
    'network/offline': 'Vous êtes hors ligne. La connexion reprendra dès que vous serez en ligne.',
    'session/signed-out': 'Vous êtes déconnecté. Reconnectez-vous.',
    'session/refresh-refused': 'Votre session est terminée. Reconnectez-vous.',
    'session/refresh-answer-lost': 'Votre session n’a pas pu être renouvelée. Reconnectez-vous.',
    'storage/failed':
      'Ce navigateur ne permet pas de conserver la session. Autorisez les données du site, puis réessayez.',
    'browser/unsupported':
      'Ce navigateur est trop ancien. Mettez-le à jour ou utilisez-en un autre.',
    'request/aborted': 'La demande a été interrompue. Réessayez.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Cette page n’est plus à jour. Rechargez-la.',
    'internal/unexpected':
      'Un problème est survenu sur cette page. Vous n’y êtes pour rien. Réessayez ou rechargez la page.',
  },
}
