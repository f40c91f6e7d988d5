import cluster from 'node:cluster';

/** Whether what is said once of the whole service is this process's to say: it stands alone, or was the first of its machine. */
export const isFirstOfMachine = () => !cluster.isWorker || cluster.worker?.id === 1;
