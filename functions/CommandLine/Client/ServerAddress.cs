using System.Net;

namespace FollowUp.CommandLine.Client;

/// <summary>Where FollowUp is.</summary>
internal sealed record ServerAddress(Uri Root)
{
    public const string Variable = "FOLLOWUP_SERVER";
    public const string Default = "http://localhost:7071";

    /// <summary>People copy what stands in their browser.</summary>
    private const string BoardPath = "/board";

    public bool IsThisMachine =>
        Root.IsLoopback || (IPAddress.TryParse(Root.DnsSafeHost, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Whether others on the way can read what is sent.</summary>
    public bool IsOpenToOthers => Root.Scheme == Uri.UriSchemeHttp && !IsThisMachine;

    /// <exception cref="UsageException">It is no address of a server.</exception>
    public static ServerAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new UsageException($"--server must be an address like {Default} or https://followup.office.example, not {text}.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0)
        {
            throw new UsageException("--server takes an address without name, password and options; a key goes into FOLLOWUP_KEY.");
        }

        string path = address.AbsolutePath.TrimEnd('/');
        path = path.EndsWith(BoardPath, StringComparison.Ordinal) ? path[..^BoardPath.Length] : path;
        return new(new UriBuilder(address) { Path = path + "/", Fragment = "" }.Uri);
    }
}
