/** Starts the examples of `demo/backends`, each as its own process, in front of a HubSpot of the test's. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import workerd from 'workerd';
import { TOKEN } from './relay.js';

const SECRET = 'a secret of at least thirty-two bytes';

/** A server of another process. */
export interface Mount {
  readonly address: string;
  /** What it wrote to its output, to be shown when a test fails. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a program and waits until it listens on `port`. */
export async function startProgram(
  command: string,
  args: readonly string[],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Mount> {
  const program = spawn(command, args, { env: { ...process.env, ...env } });
  let output = '';
  const note = (chunk: Buffer) => (output += chunk.toString());
  program.stdout.on('data', note);
  program.stderr.on('data', note);
  while (!(await isListening(port))) {
    if (program.exitCode !== null) throw new Error(`${command} ended: ${output}`);
  }
  return { address: `http://127.0.0.1:${port}`, output: () => output, stop: () => stop(program) };
}

/** Starts one of `demo/backends` in Node. */
export async function startNode(example: string, standIn: string): Promise<Mount> {
  const port = await freePort();
  const args = ['--import', 'tsx', '--import', './test/relay/to-stand-in.ts', `demo/backends/${example}.ts`];
  const env = { PORT: String(port), HUBSPOT_TOKEN: TOKEN, TICKET_SECRET: SECRET, STAND_IN: standIn };
  return startProgram(process.execPath, args, port, env);
}

/** Builds `demo/backends/worker.ts` as one file and starts it in workerd, the runtime of an edge platform. */
export async function startWorkerd(standIn: string): Promise<Mount> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: 'demo/backends/worker.ts', formats: ['es'], fileName: () => 'worker.js' },
      rolldownOptions: { external: ['cloudflare:workers'] },
    },
  });
  const port = await freePort();
  const config = join(folder, 'config.capnp');
  await writeFile(config, workerdConfig(port, new URL(standIn).host));
  const mount = await startProgram(workerd.default, ['serve', config], port);
  const end = async () => {
    await mount.stop();
    await rm(folder, { recursive: true });
  };
  return { ...mount, stop: end };
}

const workerdConfig = (port: number, standIn: string): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "relay", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "${workerd.compatibilityDate}",
      compatibilityFlags = ["enable_request_signal"],
      bindings = [(name = "HUBSPOT_TOKEN", text = "${TOKEN}"), (name = "TICKET_SECRET", text = "${SECRET}")],
      globalOutbound = "stand-in",
    )),
    (name = "stand-in", external = (address = "${standIn}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "relay")],
);
`;

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      // Another turn of the loop, so that a process that has ended is noticed.
      setImmediate(() => resolve(answer));
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill();
  await once(program, 'exit');
}
