using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FollowUp.Start.SignIn;

/// <summary>
/// Who is signed in, in memory: the cookie holds no more than a key to it, so that a copy of the cookie is worth nothing once its owner
/// has signed out. Safe for many callers at once.
/// </summary>
internal sealed class SessionTickets(TimeProvider clock) : ITicketStore
{
    private const int KeyBytes = 32;

    private readonly ConcurrentDictionary<string, AuthenticationTicket> tickets = new(StringComparer.Ordinal);

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        foreach ((string old, AuthenticationTicket over) in tickets.Where(one => one.Value.Properties.ExpiresUtc <= clock.GetUtcNow()))
        {
            _ = tickets.TryRemove(new(old, over));
        }

        string key = RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true);
        tickets[key] = ticket;
        return Task.FromResult(key);
    }

    /// <summary>One that was ended meanwhile stays ended.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (tickets.TryGetValue(key, out AuthenticationTicket? old))
        {
            _ = tickets.TryUpdate(key, ticket, old);
        }

        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(tickets.GetValueOrDefault(key));

    public Task RemoveAsync(string key)
    {
        _ = tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
