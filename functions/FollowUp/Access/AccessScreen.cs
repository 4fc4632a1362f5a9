using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// What every call goes through first, whoever sent it and before the store is asked for anything: what nobody said who may say it is taken
/// away, and what comes from where nobody is served, or was sent by another site's page, goes no further.
/// </summary>
public sealed class AccessScreen(AccessSettings settings)
{
    /// <exception cref="AccessRefusedException">Nobody who calls like this is served.</exception>
    public void Pass(HttpContext http, CallTarget target)
    {
        if (!settings.TrustsPlatform)
        {
            PlatformHeaders.Strip(http.Request);
        }

        if (AccessRule.Of(target.Function)?.Scope == AccessScope.Public)
        {
            return;
        }

        if (!settings.IsClosed)
        {
            RequireThisMachine(http.Request);
        }

        if (CrossSite.IsForged(http.Request, settings.BoardUrl))
        {
            throw new AccessRefusedException(AccessRefusal.CrossSite,
                "A page of another site sent this, with what your browser knows of you; nothing was done. Use FollowUp's own pages, "
                + "or call it from a program.");
        }
    }

    private void RequireThisMachine(HttpRequest request)
    {
        if (settings.MustBeSet)
        {
            throw new AccessRefusedException(AccessRefusal.NotSet,
                "Others reach this FollowUp, and nobody has said who may use it, so it shows nothing. Set Access:PlatformHeaders, where "
                + "App Service Authentication signs people in, or a key for programs as Access:Keys:NAME, and start it again.");
        }

        if (!Loopback.IsMeant(request))
        {
            throw new AccessRefusedException(AccessRefusal.LoopbackOnly,
                "Nobody signs in to this FollowUp, so it serves the machine that it runs on alone: call it there, as localhost. Others get "
                + "in once Oidc:Authority, Access:Keys:NAME or Access:Coordinators is set.");
        }
    }
}
