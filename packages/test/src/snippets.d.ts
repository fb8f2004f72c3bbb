declare module '*.css'
declare module '@tanstack/query-sync-storage-persister'
declare module '@tanstack/react-query-persist-client'
