package dev.pagewright.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses, as {@code 10.0.0.0/8} or {@code fc00::/7} write it.
 *
 * @param address the range's first
 * @param prefix bits that all of its addresses have in common
 */
public record Network(InetAddress address, int prefix) {

    public Network {
        if (prefix < 0 || prefix > address.getAddress().length * 8) {
            throw new IllegalArgumentException("a network's prefix has from 0 to 32 bits, or to 128 for IPv6");
        }
    }

    /** @throws IllegalArgumentException where the text is none; without a prefix it is one address */
    public static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        try {
            InetAddress address = InetAddress.getByName(parts[0]); // a literal: nothing is looked up
            int bits = address.getAddress().length * 8;
            return new Network(address, parts.length == 1 ? bits : Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    /** Not Netty's {@code IpSubnetFilterRule}: of any IPv6 network that one also matches addresses whose prefix is all ones. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (its[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
