import { EmbeddedCluster } from '../../src/platform/database/embedded-cluster';

/** A process of its own that starts the cluster on the folder it is told, says where it is, and waits to be stopped or killed. */
EmbeddedCluster.start(process.argv[2]!).then(
  (cluster) => {
    console.log(cluster.url);
    process.stdin.on('data', () => void cluster.stop().then(() => process.exit(0)));
  },
  (error: Error) => {
    console.error(error.message);
    process.exit(3);
  },
);
