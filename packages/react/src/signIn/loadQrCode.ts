export const loadQrCode = () => import('./drawQrCode.ts')
