// toasoan-server as a process on a folder, with a demo newsroom.
import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Server {
  constructor(program, folder) {
    this.program = program;
    this.folder = folder;
  }

  run(...command) {
    return execFileSync(this.program, [...command, "--data", this.folder], { encoding: "utf8" });
  }

  /// Login → password of the demo's accounts.
  makeDemo() {
    return new Map([...this.run("demo").matchAll(/^ {2}(\w+) +(\S+) /gm)].map(([, login, password]) => [login, password]));
  }

  /// Serves; the address.
  async start() {
    this.process = spawn(this.program, ["serve", "--data", this.folder, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface({ input: this.process.stdout })) {
      const address = /^Portal: (http:\/\/127\.0\.0\.1:\d+)\//.exec(line)?.[1];
      if (address) return address;
    }
    throw new Error("the server did not start");
  }

  /// Asks it to end; its exit code.
  stop() {
    if (!this.process || this.process.exitCode !== null) return Promise.resolve(this.process?.exitCode);
    return new Promise((resolve) => {
      this.process.once("exit", resolve);
      this.process.kill("SIGTERM");
    });
  }
}
