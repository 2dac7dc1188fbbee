package dev.pagewright.standalone.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Whether the database answers who knocks: the first message of PostgreSQL's protocol asks for encryption, and the
 * server answers it with one letter before it wants to know who it is. A halted server takes the connection and says
 * nothing.
 */
record DatabaseDoor(int port) {

    private static final int LIMIT_MILLIS = 2000;

    /** Length 8, then the number of the encryption request ("SSLRequest" in the protocol's documentation). */
    private static final byte[] KNOCK = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    boolean opens() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.getOutputStream().write(KNOCK);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
