using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// Counts, for each caller, what costs much and what opens nothing, and turns away whoever makes more of it than anybody needs. Where
/// nobody signs in, this machine alone is served, and nothing is counted: its only caller is its owner.
/// </summary>
public sealed class CallLimits(AccessSettings access, CallLimitSettings limits) : IDisposable
{
    private const int SecondsOfMinute = 60;

    private readonly PartitionedRateLimiter<string> costly = ByCaller(limits.Costly);
    private readonly PartitionedRateLimiter<string> wrongKeys = ByCaller(limits.WrongKeys);

    /// <summary>Before a key or a link is looked at: one more guess would tell no more.</summary>
    /// <exception cref="TooManyCallsException">Too many that opened nothing came from there.</exception>
    public void RequireFewWrongKeys(HttpContext http, CallTarget target)
    {
        if (access.IsClosed && Presents(http.Request, target))
        {
            // None is taken: whoever has the right one calls as often as they like. Whole ones count: a bucket grants nothing at all while
            // the smallest part of one is in it.
            if (wrongKeys.GetStatistics(CallerAddress.Of(http)) is { CurrentAvailablePermits: < 1 })
            {
                throw new TooManyCallsException(
                    "Too many keys and links that open nothing came from this address. Look at what is sent, and try again later.",
                    TimeSpan.FromSeconds(Math.Max(1.0, (double)SecondsOfMinute / limits.WrongKeys)));
            }
        }
    }

    /// <summary>What came opened nothing.</summary>
    public void CountWrongKey(HttpContext http, CallTarget target)
    {
        if (access.IsClosed && Presents(http.Request, target))
        {
            using RateLimitLease counted = wrongKeys.AttemptAcquire(CallerAddress.Of(http));
        }
    }

    /// <summary>Once it is known who calls.</summary>
    /// <exception cref="TooManyCallsException">They have made too many that cost as much.</exception>
    public void CountCostly(HttpContext http, CallTarget target)
    {
        if (access.IsClosed && CostlyCalls.All.Contains(target.Function))
        {
            Principal who = AccessGate.Of(http);
            Require(costly, who.Key ?? who.Address ?? CallerAddress.Of(http),
                $"More than {limits.Costly} calls a minute of this kind come from you; each reads or writes a great deal. "
                + "Make them one after the other, and keep to Retry-After.");
        }
    }

    public void Dispose()
    {
        costly.Dispose();
        wrongKeys.Dispose();
    }

    private static bool Presents(HttpRequest request, CallTarget target) =>
        request.Headers.ContainsKey(AccessKeys.Header) || AccessRule.Of(target.Function)?.Scope == AccessScope.Link;

    private static void Require(PartitionedRateLimiter<string> limiter, string caller, string why)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(caller);
        if (!lease.IsAcquired)
        {
            throw new TooManyCallsException(
                why, lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>A bucket that holds a minute's and is filled evenly; one that is full again is forgotten.</summary>
    private static PartitionedRateLimiter<string> ByCaller(int perMinute) => PartitionedRateLimiter.Create<string, string>(
        caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / SecondsOfMinute),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, (double)SecondsOfMinute / perMinute)),
        }));
}
