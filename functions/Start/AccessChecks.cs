using System.Security.Cryptography;
using FollowUp.Access;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start.SignIn;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Start;

/// <summary>
/// Who may use a FollowUp that is about to start; one that others would reach without anybody having said that is not started.
/// </summary>
internal static class AccessChecks
{
    /// <summary>What this program itself is called, where it sends the sample or a register in.</summary>
    private const string OwnKey = "start-itself";

    private const int KeyBytes = 32;

    /// <exception cref="UsageException">It cannot be followed, or would let in whoever comes.</exception>
    public static void Demand(IConfiguration settings, Listening listening)
    {
        if ((SettingNames.Fault(settings) ?? AccessSettings.Fault(settings) ?? OidcSettings.Fault(settings)) is { } fault)
        {
            throw new UsageException(fault);
        }

        if (bool.TryParse(settings["Access:PlatformHeaders"], out bool trusts) && trusts)
        {
            throw new UsageException(
                "The setting Access:PlatformHeaders is for Azure, where App Service Authentication stands in front; here nobody does, and "
                + "whoever calls could say that they are anybody. Leave it out; Oidc:Authority signs people in here.");
        }

        if (listening.IsOpen && !AccessSettings.IsSet(settings))
        {
            throw new UsageException(
                $"Other machines would reach port {listening.Port}, and nobody has said who may use FollowUp: whoever came could read "
                + "everything and act as anybody. Set Oidc:Authority, Access:Keys:NAME or Access:Coordinators first (README, \"Who may do "
                + "what\"), or leave out --listen.");
        }
    }

    /// <summary>A key for this program alone and for this run alone.</summary>
    /// <returns>Null where none is needed, since nobody signs in.</returns>
    public static string? OwnKeyIn(LocalHostBuilder builder)
    {
        if (!AccessSettings.IsSet(builder.Configuration))
        {
            return null;
        }

        string key = RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true);
        _ = builder.Configuration.AddInMemoryCollection([new($"Access:Keys:{OwnKey}", key)]);
        return key;
    }

    /// <summary>A key by which a program on this machine may have indexes built anew; null where none is set.</summary>
    public static string? AnyKey(IConfiguration settings) => settings.GetSection("Access:Keys").GetChildren()
        .FirstOrDefault(key => key.Value is { Length: > 0 } && key["Role"] is null or "" or "coordinator" or "admin")?.Value;

    /// <summary>Whom a one-time link signs in: whoever was asked for, else the first coordinator where there is no other way in.</summary>
    public static string? FirstToSignIn(Options options, IConfiguration settings) =>
        options.SignIn ?? (OidcSettings.Read(settings) is null ? OfficeRoles.FirstCoordinator(settings) : null);
}
