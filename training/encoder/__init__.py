"""Fine-tunes the small multilingual encoder and makes ``data/model`` of it.

==============  ===================================================
``weights``     the pretrained model as its package ships it
``vocabulary``  which word pieces are kept
``examples``    labelled sentences as the network reads them
``pairs``       statements judged to say the same, or not
``batches``     examples as numbers
``network``     the network in PyTorch
``learn``       fine-tuning for all tasks at once
``measure``     how right it is
``check``       cross-validation by article
``graph``       the network as an ONNX graph
``ship``        writes the model
==============  ===================================================
"""
