import type { Strings } from './Strings.ts'

const misconfigured =
  'Cette page est mal configurée. Ses créateurs peuvent y remédier ; rien n’a été envoyé.'
const nothingSigned = 'Vous avez fermé la demande. Rien n’a été signé.'

/** French. */
export const fr: Strings = {
  signIn: 'Se connecter',
  connect: 'Relier un portefeuille',
  restoring: 'Recherche de votre session…',
  connecting: 'Connexion…',
  confirm: 'Confirmez dans {wallet}…',
  signingIn: 'Connexion en cours…',
  nothingSigned,
  notLoaded: 'Une partie de cette page ne s’est pas chargée. Réessayez, ou rechargez la page.',
  signedInAs: 'Connecté en tant que {account}',
  accountMenu: 'Compte {account}',
  chooseWallet: 'Choisissez un portefeuille',
  walletCount: { one: '{count} portefeuille', other: '{count} portefeuilles' },
  recent: 'Récent',
  installed: 'Installé',
  close: 'Fermer',
  back: 'Retour',
  noWallet: 'Pas encore de portefeuille dans ce navigateur',
  noWalletHint:
    'Un portefeuille est une application qui garde vos clés et signe pour vous. Ajoutez-en un, puis revenez sur cette page.',
  getWallet: 'Trouver un portefeuille',
  newToWallets: 'Premier portefeuille ?',
  connectTitle: 'Ouvrez {wallet}',
  connectHint: 'Autorisez ce site à voir votre compte.',
  scanTitle: 'Scannez avec votre téléphone',
  scanHint: 'Ouvrez un portefeuille sur votre téléphone et scannez ce code.',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  readyTitle: '{wallet} est relié',
  readyHint:
    'Encore une étape : signez un message pour prouver que le compte est le vôtre. C’est gratuit.',
  sign: 'Se connecter avec {wallet}',
  confirmTitle: 'Confirmez dans {wallet}',
  confirmHint: 'Signez le message pour prouver que le compte est le vôtre. C’est gratuit.',
  message: 'Ce que vous signez',
  slowHint:
    'Rien ne s’affiche ? Ouvrez {wallet} vous-même. Sa fenêtre est peut-être derrière celle-ci.',
  cancel: 'Annuler',
  exchangingTitle: 'Connexion en cours',
  exchangingHint: 'Votre signature est en cours de vérification.',
  retryIn: 'Nouvel essai dans {time}.',
  failedTitle: 'Pas connecté',
  tryAgain: 'Réessayer',
  anotherWallet: 'Utiliser un autre portefeuille',
  details: 'Détails',
  reference: 'Référence : {id}',
  signedIn: 'Connecté',
  renewsItself: 'Se renouvelle seul',
  renewalLate: 'N’a pas encore pu être renouvelé. Valable jusqu’à {time}.',
  atProvider: 'chez {provider}',
  walletConnected: 'Portefeuille relié',
  copyAddress: 'Copier l’adresse',
  signOut: 'Se déconnecter',
  disconnect: 'Détacher',
  errors: {
    'wallet/not-found':
      'Ce portefeuille n’est pas dans ce navigateur. Installez-le ou utilisez-en un autre.',
    'wallet/not-connected': 'Le portefeuille n’est pas relié. Reliez-le à nouveau.',
    'wallet/not-authorized':
      'Le portefeuille ne laisse pas ce site utiliser le compte. Reliez-le à nouveau.',
    'wallet/request-pending':
      'Une demande est déjà ouverte dans le portefeuille. Cherchez sa fenêtre.',
    'wallet/rejected': nothingSigned,
    'wallet/wrong-account':
      'Un autre compte que celui affiché a signé. Choisissez le bon dans votre portefeuille, puis réessayez.',
    'wallet/account-changed': 'Le compte a changé entre-temps. Connectez-vous avec le nouveau.',
    'wallet/cannot-sign': 'Ce portefeuille ne peut pas signer de messages. Utilisez-en un autre.',
    'wallet/failed': 'Le portefeuille n’y est pas parvenu. Ouvrez-le, puis réessayez.',
    'sign-in/cancelled': 'Annulé. Rien n’a été envoyé.',
    'message/invalid':
      'Le message à signer n’est pas correct, rien n’a donc été demandé à votre portefeuille.',
    'provider/signature-refused':
      'La signature n’a pas été acceptée. Réessayez ou utilisez un autre compte.',
    'provider/contract-signature':
      'Les comptes intelligents ne sont pas acceptés ici. Utilisez un compte qui a sa propre clé.',
    'provider/message-expired':
      'Le message signé est trop ancien. Vérifiez l’horloge de cet appareil, puis signez à nouveau.',
    'provider/refused': 'Le service a refusé la connexion.',
    'provider/bad-request':
      'Le service n’a pas pu lire la demande. Ses créateurs doivent le savoir.',
    'provider/throttled': 'Trop d’essais en peu de temps. Attendez un instant.',
    'provider/unavailable': 'Le service est occupé.',
    'provider/unreadable': 'Le service a donné une réponse incompréhensible. Réessayez plus tard.',
    'provider/wrong-subject':
      'Le service a répondu pour un autre compte. Sa réponse a été rejetée.',
    'network/failed': 'Le réseau a coupé avant la réponse du service.',
    'network/timeout': 'Le service a mis trop de temps à répondre.',
    'network/offline': 'Vous êtes hors ligne. Cela reprendra à votre retour.',
    'session/signed-out': 'Vous êtes déconnecté. Connectez-vous à nouveau.',
    'session/refresh-refused': 'Votre session est terminée. Connectez-vous à nouveau.',
    'session/refresh-answer-lost':
      'Votre session n’a pas pu être renouvelée. Connectez-vous à nouveau.',
    'storage/failed':
      'Ce navigateur ne laisse pas garder la session. Autorisez les données du site, puis réessayez.',
    'request/aborted': 'La demande a été arrêtée.',
    'request/foreign-origin': misconfigured,
    'config/invalid': misconfigured,
    'config/unknown-provider': misconfigured,
    'config/disposed': 'Cette page n’est plus à jour. Rechargez-la.',
    'internal/unexpected':
      'Un problème est survenu dans cette page. Ce n’est pas de votre fait. Réessayez ou rechargez-la.',
  },
}
