package dev.holdfast.bench.drill;

import dev.holdfast.bench.instance.ServerProcess;

/** What is killed, always with SIGKILL. */
enum Blow {
  SERVER,
  DATABASE,
  BOTH;

  void strike(ServerProcess server) throws InterruptedException {
    if (this != SERVER) {
      server.killPostgres();
    }
    if (this != DATABASE) {
      server.kill();
    }
  }
}
