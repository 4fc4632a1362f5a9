using System.Net;
using System.Net.Sockets;

namespace FollowUp.Processes.Rig;

/// <summary>Where things are, and where there is room for more.</summary>
internal static class Places
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Folder() => Directory.CreateTempSubdirectory("followup-processes-").FullName;

    public static int Port()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>How often, so many times unless the environment says more.</summary>
    public static int Times(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : usual;

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "FollowUp.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
