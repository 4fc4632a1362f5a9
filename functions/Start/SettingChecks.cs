using System.Globalization;
using Azure.Data.Tables;
using FollowUp.Delivery;
using FollowUp.Delivery.Webhooks;
using FollowUp.Operations.Watching;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Start;

/// <summary>
/// Settings that nothing could be done with are refused by their names, and never by their values where these are secrets.
/// </summary>
internal static class SettingChecks
{
    /// <param name="tables">The setting that says where the tables are; null where none is followed.</param>
    /// <exception cref="UsageException">One cannot be followed.</exception>
    public static void Demand(IConfiguration settings, string? tables)
    {
        Mail(settings);
        if ((LinkSettings.Fault(settings) ?? FollowUp.Http.EvidenceSettings.Fault(settings) ?? PingSettings.Fault(settings)
            ?? WebhookSettings.Fault(settings) ?? FollowUp.Access.CallLimitSettings.Fault(settings)) is { } fault)
        {
            throw new UsageException(fault);
        }

        TelemetryChecks.Demand(settings);
        if (tables == FollowUp.Storage.TableClients.EndpointSetting
            && !(Uri.TryCreate(settings[tables], UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
        {
            throw new UsageException($"The setting {tables} must be an address like https://account.table.core.windows.net/.");
        }

        if (tables == FollowUp.Storage.TableClients.ConnectionSetting && Account(settings) is null)
        {
            throw new UsageException(
                $"The setting {tables} is no connection string: it must be UseDevelopmentStorage=true, "
                + "or like DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net.");
        }
    }

    /// <summary>
    /// Where the tables are, without what opens them; null where the settings do not say it in a form that can be followed.
    /// </summary>
    public static string? Place(IConfiguration settings, string tables) =>
        (tables == FollowUp.Storage.TableClients.EndpointSetting ? new Uri(settings[tables]!) : Account(settings))
            ?.GetLeftPart(UriPartial.Authority);

    private static Uri? Account(IConfiguration settings)
    {
        try
        {
            return new TableServiceClient(settings[FollowUp.Storage.TableClients.ConnectionSetting]).Uri;
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or ArgumentException)
        {
            // What the parser says repeats a part of it, which may be the key.
            return null;
        }
    }

    private static void Mail(IConfiguration settings)
    {
        if (settings["Smtp:Host"] is { Length: > 0 } host && Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown)
        {
            throw new UsageException(
                $"The setting Smtp:Host must be the name or address of a mail server alone, like mail.office.example, not {host}; "
                + "its port is Smtp:Port.");
        }

        if (settings["Smtp:Port"] is { Length: > 0 } port
            && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and < 65_536))
        {
            throw new UsageException($"The setting Smtp:Port must be a number from 1 to 65535, not {port}.");
        }

        if (settings["Smtp:Security"] is { Length: > 0 } security
            && !Enum.GetNames<SecureSocketOptions>().Contains(security, StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException(
                $"The setting Smtp:Security must be one of {string.Join(", ", Enum.GetNames<SecureSocketOptions>())}, not {security}.");
        }

        if (MailSettings.Fault(settings) is { } fault)
        {
            throw new UsageException($"No letter can be written: {fault}");
        }
    }
}
