package dev.pagewright.gateway.account;

import dev.pagewright.gateway.access.Caller;
import dev.pagewright.gateway.access.CurrentCaller;
import dev.pagewright.gateway.access.Scope;
import dev.pagewright.gateway.plan.Plans;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller's own account: plan, what is used, what is allowed. */
@Path("/api/v1/account")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final CurrentCaller current;
    private final Plans plans;
    private final Usages usages;

    AccountResource(CurrentCaller current, Plans plans, Usages usages) {
        this.current = current;
        this.plans = plans;
        this.usages = usages;
    }

    @GET
    public AccountView get() {
        Caller caller = current.require(Scope.READ);
        Plans.Plan plan = plans.of(caller.plan());
        return AccountView.of(
                caller.accountId(), caller.accountName(), caller.plan(), plan, usages.of(caller.accountId(), plan));
    }
}
