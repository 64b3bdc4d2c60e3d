import { connect, type Socket } from "node:net";
import { quantile } from "#scripts/bench/measures.ts";

export type Asked = { port: number; headers?: Record<string, string> };

const requestOf = ({ port, headers = {} }: Asked): Buffer => {
  const lines = Object.entries({ Host: `localhost:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`GET / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
};

/** Answers to the same request all have one length, so that counting bytes counts answers. */
async function answerLength(asked: Asked): Promise<number> {
  const socket = await opened(asked.port);
  let answer = Buffer.alloc(0);
  const whole = new Promise<number>((found, fail) => {
    socket.on("error", fail);
    socket.on("data", (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = answer.subarray(0, end).toString("latin1");
      const body = /^HTTP\/1\.1 304/.test(head) ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN);
      if (Number.isNaN(body)) fail(new Error(`The answer does not say how long it is:\n${head}`));
      else if (answer.length >= end + 4 + body) found(end + 4 + body);
    });
  });
  socket.write(requestOf(asked));
  return whole.finally(() => socket.destroy());
}

function opened(port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true).once("error", fail);
    socket.once("connect", () => done(socket));
  });
}

/** Answers a second over some connections that each ask again as soon as they are answered. */
export async function requestsPerSecond(asked: Asked, { connections = 32, seconds = 4 } = {}): Promise<number> {
  const [length, request] = [await answerLength(asked), requestOf(asked)];
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(asked.port)));
  let answers = 0;
  for (const socket of sockets) {
    let waited = 0;
    socket.on("data", (chunk: Buffer) => {
      waited += chunk.length;
      if (waited < length) return;
      waited -= length;
      answers++;
      socket.write(request);
    });
    socket.write(request);
  }
  await pause(1_000);
  const [from, began] = [answers, performance.now()];
  await pause(seconds * 1_000);
  const rate = ((answers - from) * 1_000) / (performance.now() - began);
  sockets.forEach((socket) => socket.destroy());
  return rate;
}

/** Milliseconds from when a request was due to its answer, at a steady rate; due ones wait for a free connection. */
export async function latencies(asked: Asked, { perSecond = 200, seconds = 8, connections = 32 } = {}) {
  const [length, request] = [await answerLength(asked), requestOf(asked)];
  const times: number[] = [];
  const waiting: number[] = [];
  const free = await Promise.all(Array.from({ length: connections }, () => opened(asked.port)));
  const all = [...free];
  const due = new Map<Socket, { at: number; got: number }>();
  const send = () => {
    while (waiting.length > 0 && free.length > 0) {
      const socket = free.pop()!;
      due.set(socket, { at: waiting.shift()!, got: 0 });
      socket.write(request);
    }
  };
  for (const socket of all) {
    socket.on("data", (chunk: Buffer) => {
      const one = due.get(socket)!;
      one.got += chunk.length;
      if (one.got < length) return;
      times.push(performance.now() - one.at);
      free.push(socket);
      send();
    });
  }
  const began = performance.now();
  for (let sent = 0; sent < perSecond * seconds; sent++) {
    const at = began + (sent * 1_000) / perSecond;
    while (performance.now() < at) await pause(Math.max(0, at - performance.now() - 0.5));
    waiting.push(at);
    send();
  }
  await pause(300);
  all.forEach((socket) => socket.destroy());
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), answered: times.length };
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
