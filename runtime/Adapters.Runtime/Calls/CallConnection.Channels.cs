namespace Adapters.Calls;

/// <content>The channels that are open here.</content>
internal sealed partial class CallConnection
{
    private readonly List<(OpenedChannel Channel, byte[] Key)> _channels = []; // few, and looked through in order
    private readonly HashSet<OpenedChannel> _opening = [];

    /// <summary>A channel is about to be opened here.</summary>
    /// <returns>False where it is open, or somebody opens it already.</returns>
    internal bool Begin(OpenedChannel channel)
    {
        lock (_gate)
        {
            return !_channels.Exists(item => item.Channel == channel) && _opening.Add(channel);
        }
    }

    /// <summary>A channel is open here under a key.</summary>
    internal bool Add(OpenedChannel channel, byte[] key)
    {
        lock (_gate)
        {
            _opening.Remove(channel);
            _channels.Add((channel, key));
            return true;
        }
    }

    internal bool Remove(OpenedChannel channel)
    {
        lock (_gate)
        {
            return _channels.RemoveAll(item => item.Channel == channel) > 0;
        }
    }

    internal bool Has(OpenedChannel channel)
    {
        lock (_gate)
        {
            return _channels.Exists(item => item.Channel == channel);
        }
    }

    /// <summary>Takes away all channels that are open here, so that one side alone deals with their loss.</summary>
    internal OpenedChannel[] TakeChannels()
    {
        lock (_gate)
        {
            OpenedChannel[] all = [.. _channels.Select(static item => item.Channel)];
            _channels.Clear();
            return all;
        }
    }

    internal OpenedChannel[] Channels()
    {
        lock (_gate)
        {
            return [.. _channels.Select(static item => item.Channel)];
        }
    }

    /// <summary>The channel of a key; without a key the only one there is.</summary>
    internal OpenedChannel? Find(ReadOnlySpan<byte> key)
    {
        lock (_gate)
        {
            foreach (var (channel, known) in _channels)
            {
                if (key.IsEmpty ? _channels.Count == 1 : key.SequenceEqual(known))
                {
                    return channel;
                }
            }
        }

        return null;
    }
}
