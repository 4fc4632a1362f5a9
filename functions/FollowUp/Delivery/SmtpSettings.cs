using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Delivery;

/// <summary>Where and as whom letters are handed over.</summary>
/// <param name="Security">What the connection must have; <see cref="SecureSocketOptions.Auto"/> takes what the port stands for.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, SecureSocketOptions Security)
{
    /// <summary>Where programs hand over mail (RFC 6409).</summary>
    private const int SubmissionPort = 587;

    /// <summary>Null where no host is set.</summary>
    public static SmtpSettings? Read(IConfiguration settings) => settings["Smtp:Host"] is { Length: > 0 } host
        ? new(
            host,
            IsSet(settings, "Smtp:Port") ? settings.GetValue<int>("Smtp:Port") : SubmissionPort,
            settings["Smtp:User"] is { Length: > 0 } user ? user : null,
            settings["Smtp:Password"],
            IsSet(settings, "Smtp:Security") ? settings.GetValue<SecureSocketOptions>("Smtp:Security") : SecureSocketOptions.Auto)
        : null;

    /// <summary>An empty setting counts as none.</summary>
    private static bool IsSet(IConfiguration settings, string name) => settings[name] is { Length: > 0 };
}
