// Serves one GGUF file as an OpenAI-compatible chat endpoint on loopback, for measurements alone.
// Usage: node serve.mjs MODEL.gguf [--port P] [--threads N] [--context TOKENS]
// Prints "listening on URL" once it answers. One answer at a time; others wait.
import http from "node:http";
import path from "node:path";
import {parseArgs} from "node:util";
import {getLlama, LlamaChatSession} from "node-llama-cpp";

const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
        port: {type: "string", default: "0"},
        threads: {type: "string", default: "2"},
        context: {type: "string", default: "8192"},
    },
});
const MOST_TOKENS = 400; // a small model that repeats itself would fill the context otherwise
const LARGEST_REQUEST = 1 << 20;

const llama = await getLlama({gpu: false, build: "never", maxThreads: Number(values.threads), logLevel: "error"});
const model = await llama.loadModel({modelPath: path.resolve(positionals[0])});
const context = await model.createContext({contextSize: Number(values.context), threads: Number(values.threads)});
const sequence = context.getSequence(); // kept: prompts that begin alike are read once
let last = Promise.resolve();

/** The model's answer to OpenAI messages; `take` gets it piece by piece. */
async function answer({messages, temperature = 0, max_tokens: most = MOST_TOKENS}, take, signal) {
    const system = messages.filter(({role}) => role === "system").map(({content}) => content).join("\n");
    const turns = messages.filter(({role}) => role !== "system");
    const session = new LlamaChatSession({contextSequence: sequence, systemPrompt: system, autoDisposeSequence: false});
    try {
        session.setChatHistory([
            ...session.getChatHistory(),
            ...turns.slice(0, -1).map(({role, content}) =>
                role === "user" ? {type: "user", text: content} : {type: "model", response: [content]}),
        ]);
        await session.prompt(turns.at(-1).content, {
            temperature,
            maxTokens: Math.min(most, MOST_TOKENS),
            onTextChunk: take,
            signal,
            stopOnAbortSignal: true,
        });
    } finally {
        session.dispose();
    }
}

async function body(request) {
    let text = "";
    for await (const piece of request.setEncoding("utf8")) {
        text += piece;
        if (text.length > LARGEST_REQUEST) throw new RangeError("the request is too large");
    }
    return JSON.parse(text);
}

async function complete(request, response) {
    const asked = await body(request);
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const about = {id: "answer", created: Math.floor(Date.now() / 1000), model: asked.model ?? "model"};
    const event = (delta, reason) => response.write(`data: ${JSON.stringify({
        ...about, object: "chat.completion.chunk", choices: [{index: 0, delta, finish_reason: reason}],
    })}\n\n`);
    let text = "";
    if (asked.stream) response.writeHead(200, {"content-type": "text/event-stream"});
    await answer(asked, (piece) => {
        text += piece;
        if (asked.stream) event({content: piece}, null);
    }, gone.signal);
    if (asked.stream) {
        event({}, "stop");
        response.end("data: [DONE]\n\n");
        return;
    }
    response.writeHead(200, {"content-type": "application/json"}).end(JSON.stringify({
        ...about,
        object: "chat.completion",
        choices: [{index: 0, message: {role: "assistant", content: text}, finish_reason: "stop"}],
    }));
}

const server = http.createServer((request, response) => {
    if (request.method !== "POST" || !request.url.endsWith("/chat/completions")) {
        response.writeHead(404).end();
        return;
    }
    last = last.then(() => complete(request, response)).catch((error) => {
        if (!response.headersSent) response.writeHead(error instanceof SyntaxError ? 400 : 500);
        response.end();
        console.error(error.message);
    });
});
server.listen(Number(values.port), "127.0.0.1", () =>
    console.log(`listening on http://127.0.0.1:${server.address().port}/v1`));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));
