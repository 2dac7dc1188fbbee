package dev.pagewright.standalone.system;

import dev.pagewright.embedded.EmbeddedBroker;
import dev.pagewright.embedded.Login;
import dev.pagewright.standalone.addition.PpOcrModels;
import dev.pagewright.standalone.process.HttpHealth;
import dev.pagewright.standalone.process.JavaProgram;
import dev.pagewright.standalone.process.LogFile;
import dev.pagewright.standalone.process.Program;
import dev.pagewright.standalone.process.Pulse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The programs of one system, and what each of them is told. */
final class Programs {

    static final String LAUNCHER = "launcher";
    static final String DATABASE = "database";
    static final String BROKER = "broker";
    static final String GATEWAY = "gateway";
    static final String WORKER = "ocr-worker";
    static final String EXPORT = "export";
    static final String CHAT = "chat";

    static final int LAST_ORDER = 3;

    private final SystemSettings settings;
    private final Ports ports;
    private final Secrets secrets;

    Programs(SystemSettings settings, Ports ports, Secrets secrets) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** Smaller ones are stopped first: launcher, services, broker, database. */
    static int stopOrder(String name) {
        return switch (name) {
            case LAUNCHER -> 0;
            case BROKER -> 2;
            case DATABASE -> 3;
            default -> 1;
        };
    }

    Program database() {
        return new DatabaseProgram(settings.folder().database(), ports.database(), secrets.database());
    }

    Program broker() {
        List<String> arguments = new ArrayList<>(options(BROKER, Heap.BROKER));
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                settings.folder().broker().toString(),
                Integer.toString(ports.broker()),
                Integer.toString(ports.controller())));
        Path directory = settings.folder().broker();
        return new JavaProgram(
                BROKER,
                arguments,
                BrokerProcess.environment(secrets.broker()),
                log(BROKER),
                temporary(BROKER),
                () -> EmbeddedBroker.closed(directory),
                () -> listens(ports.broker()) ? Pulse.LIVE : Pulse.SILENT);
    }

    Program gateway() {
        Map<String, String> environment = database(secrets.database().gateway());
        environment.putAll(broker(secrets.broker().gateway()));
        environment.put("PAGEWRIGHT_PORT", Integer.toString(ports.gateway()));
        environment.put("QUARKUS_HTTP_HOST", settings.host());
        environment.put("PAGEWRIGHT_INNER_PORT", Integer.toString(ports.inner()));
        environment.put("PAGEWRIGHT_ADMIN_TOKEN", secrets.adminToken());
        environment.put("PAGEWRIGHT_DEMO_TOKEN", secrets.demoToken());
        environment.put("PAGEWRIGHT_EXPORT_URL", local(ports.export()));
        environment.put("PAGEWRIGHT_CHAT_URL", local(ports.chat()));
        return service(GATEWAY, "gateway-service", Heap.GATEWAY, settings.origin(), environment);
    }

    Program worker() {
        Map<String, String> environment = new HashMap<>(broker(secrets.broker().worker()));
        environment.put("PAGEWRIGHT_WORKER_PORT", Integer.toString(ports.worker()));
        environment.put("PAGEWRIGHT_WORKER_THREADS", Integer.toString(settings.workers()));
        environment.put("PAGEWRIGHT_CACHE_DIRECTORY", settings.folder().cache().toString());
        environment.put("PAGEWRIGHT_TESSDATA", settings.folder().tessdata().toString());
        if (new PpOcrModels(settings.folder().models()).present()) {
            environment.put("PAGEWRIGHT_MODELS", settings.folder().models().toString());
        }
        return service(WORKER, "ocr-worker", Heap.worker(settings.workers()), local(ports.worker()), environment);
    }

    Program export() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PAGEWRIGHT_EXPORT_PORT", Integer.toString(ports.export()));
        return service(EXPORT, "export-service", Heap.EXPORT, local(ports.export()), environment);
    }

    Program chat() {
        Map<String, String> environment = database(secrets.database().chat());
        environment.putAll(broker(secrets.broker().chat()));
        environment.put("PAGEWRIGHT_CHAT_PORT", Integer.toString(ports.chat()));
        return service(CHAT, "chat-service", Heap.CHAT, local(ports.chat()), environment);
    }

    private Program service(String name, String module, Heap heap, String origin, Map<String, String> environment) {
        environment.put("PAGEWRIGHT_BLOB_DIRECTORY", settings.folder().blobs().toString());
        environment.put("PAGEWRIGHT_SERVICE_TOKEN", secrets.serviceToken());
        environment.put("PAGEWRIGHT_SECRET_KEY", secrets.secretKey());
        environment.put("PAGEWRIGHT_GATEWAY_INNER_URL", local(ports.inner()));
        environment.put("PAGEWRIGHT_HOST", "127.0.0.1");
        // glibc keeps a heap for each thread otherwise, and gives nothing of it back
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        // asked often until it is ready; that it is not yet is no news
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "ERROR");
        List<String> arguments = new ArrayList<>(options(name, heap));
        Path program = settings.home().resolve(module).resolve("quarkus-run.jar");
        arguments.addAll(List.of("-jar", program.toString()));
        HttpHealth health = new HttpHealth(origin);
        return new JavaProgram(name, arguments, environment, log(name), temporary(name), health::ready, health::pulse);
    }

    private Map<String, String> database(Login login) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PAGEWRIGHT_DATABASE_URL", "postgresql://127.0.0.1:%d/postgres".formatted(ports.database()));
        environment.put("PAGEWRIGHT_DATABASE_USER", login.user());
        environment.put("PAGEWRIGHT_DATABASE_PASSWORD", login.password());
        return environment;
    }

    private Map<String, String> broker(Login login) {
        return Map.of(
                "PAGEWRIGHT_KAFKA",
                "127.0.0.1:" + ports.broker(),
                "PAGEWRIGHT_KAFKA_PROTOCOL",
                "SASL_PLAINTEXT",
                "PAGEWRIGHT_KAFKA_USER",
                login.user(),
                "PAGEWRIGHT_KAFKA_PASSWORD",
                login.password());
    }

    private List<String> options(String name, Heap heap) {
        List<String> options = new ArrayList<>(heap.options());
        options.add("-XX:ErrorFile=" + settings.folder().logs().resolve("crash-" + name + ".log"));
        settings.heapDumps().ifPresent(folder -> {
            options.add("-XX:+HeapDumpOnOutOfMemoryError");
            // a name of its own: a file that is there is not replaced, so there is one at most
            options.add("-XX:HeapDumpPath=" + folder.toAbsolutePath().resolve(name + ".hprof"));
        });
        if (name.equals(GATEWAY)) { // refuses malformed addresses itself, with a problem body
            options.add("-Dvertx.disableURIValidation=true");
        }
        return options;
    }

    /** A folder for each, so that it can be emptied whenever its owner starts. */
    private Path temporary(String name) {
        return settings.folder().temporary().resolve(name);
    }

    private LogFile log(String name) {
        return new LogFile(settings.folder().log(name));
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
