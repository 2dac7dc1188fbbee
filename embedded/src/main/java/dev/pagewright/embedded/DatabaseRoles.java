package dev.pagewright.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The services' roles in the embedded database. Safe to run at each start, also on data that a superuser owns. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    /** Makes the roles, gives them their passwords, and each its schema with all that is in it. */
    static void set(Connection superuser, DatabaseLogins logins) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            // a statement that fails is logged otherwise, with the password in it
            sql.execute("set log_min_error_statement = panic");
            sql.execute("set log_statement = none");
            sql.execute("revoke all on database postgres from public");
            sql.execute("revoke all on schema public from public");
            login(sql, logins.gateway());
            login(sql, logins.chat());
            sql.execute("alter schema public owner to " + logins.gateway().user());
            sql.execute("create schema if not exists chat");
            sql.execute("alter schema chat owner to " + logins.chat().user());
            own(sql, "public", logins.gateway());
            own(sql, "chat", logins.chat());
        }
    }

    private static void login(Statement sql, Login login) throws SQLException {
        sql.execute("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s;
                    end if;
                end $$""".formatted(login.user()));
        sql.execute("""
                alter role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'
                """.formatted(login.user(), login.password()));
        sql.execute("grant connect, temporary on database postgres to " + login.user());
    }

    /** Tables, sequences and functions that the superuser made before there were roles. */
    private static void own(Statement sql, String schema, Login login) throws SQLException {
        sql.execute("""
                do $$ declare it record; begin
                    for it in select c.oid::regclass as name from pg_class c
                        where c.relnamespace = '%1$s'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                            and c.relowner <> '%2$s'::regrole loop
                        execute format('alter table %%s owner to %2$s', it.name);
                    end loop;
                    for it in select c.oid::regclass as name from pg_class c
                        where c.relnamespace = '%1$s'::regnamespace and c.relkind = 'S'
                            and c.relowner <> '%2$s'::regrole loop
                        execute format('alter sequence %%s owner to %2$s', it.name);
                    end loop;
                    for it in select p.oid::regprocedure as name from pg_proc p
                        where p.pronamespace = '%1$s'::regnamespace and p.proowner <> '%2$s'::regrole loop
                        execute format('alter routine %%s owner to %2$s', it.name);
                    end loop;
                end $$""".formatted(schema, login.user()));
    }
}
