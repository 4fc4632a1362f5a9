using Azure.Data.Tables;
using FollowUp.Storage;
using FollowUp.Storage.Moving;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Start;

/// <summary>
/// A storage account as <c>--to</c> and <c>--from</c> name it: its address, reached as whoever is signed in (<c>az login</c>), or a setting
/// that holds an address or a connection string, so that no key stands on a command line.
/// </summary>
internal static class MoveEnd
{
    private const string Emulator = "UseDevelopmentStorage=true";

    /// <exception cref="UsageException">It names no account.</exception>
    public static StoreEnd Open(string option, string place, IConfiguration settings)
    {
        IConfiguration account = new ConfigurationBuilder().AddInMemoryCollection(SettingsOf(option, place, settings)).Build();
        try
        {
            return StoreEnd.Open(NameOf(account), account, transport: null, isAlone: false);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or ArgumentException)
        {
            // What the parser says repeats a part of it, which may be the key.
            throw new UsageException($"{option} names {place}, which holds no connection string and no address of a storage account.");
        }
    }

    private static Dictionary<string, string?> SettingsOf(string option, string place, IConfiguration settings)
    {
        if (place.Contains('=') && place != Emulator)
        {
            throw new UsageException($"{option} takes no connection string, whose key would stay in the shell's history: put it into a "
                + $"setting, and name that. Like this: read -rs ACCOUNT; export ACCOUNT; ./start move {option} ACCOUNT");
        }

        string value = IsAddress(place) || place == Emulator ? place
            : settings[place] is { Length: > 0 } set ? set
            : throw new UsageException(
                $"{option} must be the address of a storage account's tables, like https://account.table.core.windows.net, "
                + $"or a setting that says it or holds a connection string; there is no setting {place}.");
        return IsAddress(value)
            ? new() { [TableClients.EndpointSetting] = value, [BlobFileStore.EndpointSetting] = Blobs(value, settings) }
            : new() { [TableClients.ConnectionSetting] = value };
    }

    /// <summary>Files lie in the same account, unless the settings that say where its tables are say otherwise.</summary>
    private static string Blobs(string tables, IConfiguration settings) =>
        tables == settings[TableClients.EndpointSetting] && settings[BlobFileStore.EndpointSetting] is { Length: > 0 } set
            ? set : tables.Replace(".table.", ".blob.", StringComparison.Ordinal);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    private static string NameOf(IConfiguration account) =>
        account[TableClients.EndpointSetting] is { } endpoint
            ? new Uri(endpoint).GetLeftPart(UriPartial.Path).TrimEnd('/')
            : new TableServiceClient(account[TableClients.ConnectionSetting]).Uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
